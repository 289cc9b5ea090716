extension SQLiteConnection {
    var crosswalkUsage: String {
        """
        SELECT document.partner, use.value ->> 'table', coalesce(use.value ->> 'scheme', ''),
               coalesce(use.value ->> 'theirs', ''), coalesce(use.value ->> 'ours', ''), count(*),
               max(document.created_at)
        FROM document, json_each(CAST(document.bytes AS TEXT), '$.crosswalks') AS use
        WHERE document.created_at >= ? AND json_valid(CAST(document.bytes AS TEXT))
            AND use.value ->> 'row' IS NOT NULL
        GROUP BY 1, 2, 3, 4, 5
        """
    }
}
