import Commerce

extension ProfileDescription {
    /// How long answers may take, as the file has it.
    struct ClockEntries: JSONObject {
        var utcOffset: Text = "+00:00"
        var summerTime: Text = "none"
        var workdays: [Text] = ["mon", "tue", "wed", "thu", "fri"]
        var hours: Text = "08:00-17:00"
        var holidays: [Text] = []
        var acknowledgment: Text = "24h"
        var orderAcknowledgment: Text = "none"
        var shipNotice: Text = "none"
        var invoice: Text = "none"
        var held: Text = "8bh"
        var sets: [SetEntry] = []

        mutating func code(_ json: inout some JSONCoding) {
            json.field("utcOffset", &utcOffset)
            json.field("summerTime", &summerTime)
            json.field("workdays", &workdays)
            json.field("hours", &hours)
            json.field("holidays", &holidays)
            json.field("acknowledgment", &acknowledgment)
            json.field("orderAcknowledgment", &orderAcknowledgment)
            json.field("shipNotice", &shipNotice)
            json.field("invoice", &invoice)
            json.field("held", &held)
            json.field("sets", &sets)
        }

        struct SetEntry: JSONObject {
            var set = Text()
            var acknowledgment: Text = "24h"

            mutating func code(_ json: inout some JSONCoding) {
                json.field("set", &set)
                json.field("acknowledgment", &acknowledgment)
            }
        }
    }
}
