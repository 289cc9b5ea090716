extension FindingExplanations {
    /// The findings of repairs.
    static let repairs: StaticString = #"""
        R-BOM
        A byte order mark, which marks a file as Unicode, stands before the ISA. It was passed over.
        bad -: EF BB BF before ISA
        good -: ISA at the first byte

        R-LEADING-JUNK
        Bytes stand before the ISA: a mail header, a line of a log. They were passed over.
        bad -: X-Header: 1, then ISA
        good -: ISA at the first byte

        R-TRAILING-JUNK
        Bytes stand behind the IEA that are no interchange. They were passed over.
        bad -: IEA*1*000000001~ and then a line of a log
        good -: nothing behind the IEA

        R-ISA-WIDTH
        The ISA is the one segment of fixed width: its elements are padded, and it has 106 bytes in all. This one is not, and was read by its separators.
        bad -: ISA06 SENDER of 6 characters
        good -: ISA06 SENDER padded to 15

        R-ISA16-MISSING
        The ISA ends behind ISA15. A component separator was assumed.
        bad -: *P*~ at the end of the ISA
        good -: *P*>~

        R-WRAPPED
        Line breaks stand inside segments: a mail program or a mainframe wrapped the file at a width. They were taken out.
        bad -: N1*ST*LARK, a line break, MOOR CLINIC
        good -: N1*ST*LARKMOOR CLINIC

        R-LEADING-BLANKS
        Blanks stand before a segment's identifier. They were passed over.
        bad -: two blanks before REF
        good -: REF right behind the terminator, or on a new line

        R-EMPTY-SEGMENT
        A terminator stands behind a terminator, with nothing between. It counts as no segment.
        bad -: CUR*BY*USD~~REF*DP*12~
        good -: CUR*BY*USD~REF*DP*12~

        R-UNTERMINATED
        The last segment has no terminator. It was taken as ended where the file ends; should bytes be missing, counts and control numbers tell.
        bad -: IEA*1*000000001 and no ~
        good -: IEA*1*000000001~

        R-WIDE-TERMINATOR
        The segment terminator takes several bytes, mostly because a file was converted to UTF-8 on the way. It was read as one.
        bad -: Ö as terminator, two bytes in UTF-8
        good -: ~

        N-ISA-VERSION
        ISA12 and GS08 name different releases: the envelope is older or younger than what it carries. Both are readable, and many senders do so.
        bad 850: ISA12=00305
        good 850: ISA12=00401

        R-DELIMITER-UNPRINTABLE
        A delimiter cannot be printed, or takes several bytes: mostly a habit of old systems. It was taken as it is.
        bad -: control characters as separators
        good -: * > and ~

        R-DELIMITER-CHANGE
        The interchange has other delimiters than the one before it in the same file: often several systems write into one file. Each was read by its own.
        bad -: *>~ in the first ISA, |:! in the second
        good -: the same delimiters throughout a file

        R-LINE-ENDS
        Line breaks stand behind segment terminators. They are layout and count for nothing.
        bad -: ~ and a line feed
        good -: ~ alone

        R-WIDE-SEPARATOR
        The element or component separator takes several bytes, as a character beyond ASCII does in UTF-8. It was read as one; other systems will not do so.
        bad -: a section sign between elements, sent as two bytes
        good -: * between elements
        """#
}
