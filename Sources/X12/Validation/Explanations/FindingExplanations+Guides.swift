extension FindingExplanations {
    /// The findings of companion guides.
    static let guides: StaticString = #"""
        G-REQUIRED
        The partner's guide makes an element or segment mandatory that the standard leaves optional. The finding names the guide's line.
        bad -: no N104, where the guide says N104 is required
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-NOT-USED
        The partner's guide has no use for an element or segment that the standard allows. Its receiver may refuse it, or pass it over in silence.
        bad -: PO105 sent, where the guide says it is not used
        good -: PO1*1*10*EA*2.5

        G-CODE
        The code is one of the standard's, but not one of the few that the partner's guide lists for this place.
        bad -: BEG02 NE, where the guide lists SA and KN
        good -: BEG*00*SA*PO1001**20261101

        G-SHORT
        The value is shorter than the partner's guide asks, though long enough for the standard.
        bad -: a store number 17, where the guide asks for five digits
        good -: 00017

        G-LONG
        The value is longer than the partner's guide allows, though short enough for the standard: its systems have no room for more.
        bad -: a purchase order number of 12 characters, where the guide allows 10
        good -: one of at most 10

        G-PATTERN
        The value has not the form that the partner's guide asks for.
        bad -: LOT-A17, where the guide asks for two letters and six digits
        good -: LA000017

        G-MAXIMUM
        The segment comes more often than the partner's guide allows, though not more often than the standard does.
        bad -: two REF DP, where the guide allows one
        good -: one REF DP

        G-MINIMUM
        The segment comes less often than the partner's guide asks, though often enough for the standard.
        bad -: no REF DP, where the guide asks for one
        good -: REF*DP*12

        G-LOOP-MAXIMUM
        The loop comes more often than the partner's guide allows, though not more often than the standard does.
        bad -: two N1 loops for ST, where the guide allows one
        good -: one N1 loop for ST

        G-LOOP-MINIMUM
        The loop comes less often than the partner's guide asks, though often enough for the standard.
        bad -: no N1 loop for ST, where the guide asks for one
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-CONDITION
        The partner's guide requires an element or segment in the case at hand, such as when another has a certain value.
        bad -: N103 sent without N104, where the guide wants both for ST
        good -: N1*ST*LARKMOOR CLINIC*92*17

        G-CONDITION-NOT-USED
        The partner's guide has no use for an element or segment in the case at hand, such as when another has a certain value.
        bad -: a price in an order for samples, where the guide says prices are then not used
        good -: the order without the price

        G-RULE
        A rule of the partner's guide that compares several places is broken: a sum, a count, an equality, or which of several may be there. The finding names the guide's line and the values.
        bad -: CTT02 7, where the guide wants the sum of PO102, which is 15
        good -: CTT*2*15
        """#
}
