extension FindingExplanations {
    /// The findings of the envelope: interchange, functional group, transaction set.
    static let envelope: StaticString = #"""
        E-ISA
        The file begins with ISA, but no ISA can be read from it: it is cut off, or has not sixteen elements. Without it nothing is known of delimiters, sender or control number, so there is nobody to answer.
        bad -: ISA*00*~
        good -: an ISA of sixteen elements, 106 bytes with its terminator

        E-ISA-TERMINATOR
        The byte behind ISA16 ends every segment. It is a letter, a digit, a blank, or the same as another delimiter, so that segments cannot be told from data. The interchange is refused as a whole.
        bad -: X behind ISA16, which ends all segments and stands in names too
        good -: ~ or a line feed behind ISA16

        E-ISA-ELEMENT-SEPARATOR
        The byte behind the letters ISA separates elements. It is a letter, a digit or a blank, so that elements cannot be told from data.
        bad -: ISAA00A          A00A
        good -: ISA*00*          *00*

        E-ISA-COMPONENT-SEPARATOR
        ISA16 separates the components of composites. It is a letter, a digit, a blank, or the same as another delimiter.
        bad 850: ISA16=A
        good 850: ISA16=>

        W-ISA-REPETITION-SEPARATOR
        From version 00402 on ISA11 separates repetitions of an element. It holds something else: often the U of earlier versions, or another delimiter once more. As long as nothing is repeated no harm is done.
        bad -: ISA11 U in an interchange of 00501
        good -: ISA11 ^ in an interchange of 00501

        W-ISA-STANDARD
        Up to version 00401 ISA11 names the standard, and U is the only value there is. The repetition separator came later.
        bad 850: ISA11=^
        good 850: ISA11=U

        W-ISA-VERSION
        ISA12 is the version of the envelope, five digits such as 00401. What stands there is no release of X12.
        bad 850: ISA12=0040X
        good 850: ISA12=00401

        W-ISA-AUTHORIZATION
        ISA01 tells what ISA02 holds, and 00 means nothing. The value is not in the list of element I01.
        bad 850: ISA01=ZZ
        good 850: ISA01=00

        W-ISA-SECURITY
        ISA03 tells what ISA04 holds, and 00 means nothing. The value is not in the list of element I03.
        bad 850: ISA03=ZZ
        good 850: ISA03=00

        E-ISA-SENDER-QUALIFIER
        ISA05 tells whose number ISA06 is: 01 a DUNS number, 08 a UCC communications number, 12 a telephone number, ZZ mutually agreed. The value is not in the list, so the sender cannot be known.
        bad 850: ISA05=??
        good 850: ISA05=ZZ

        E-ISA-SENDER
        ISA06 names the sender. It is empty or holds characters that no identifier has.
        bad 850: ISA06=
        good 850: ISA06=SENDER

        E-ISA-RECEIVER-QUALIFIER
        ISA07 tells whose number ISA08 is. The value is not in the list of element I05, so the receiver cannot be known.
        bad 850: ISA07=??
        good 850: ISA07=ZZ

        E-ISA-RECEIVER
        ISA08 names the receiver. It is empty or holds characters that no identifier has.
        bad 850: ISA08=
        good 850: ISA08=RECEIVER

        E-ISA-DATE
        ISA09 is the date of the interchange as YYMMDD, and the TA1 repeats it. There is no such day.
        bad 850: ISA09=261321
        good 850: ISA09=261121

        E-ISA-TIME
        ISA10 is the time of the interchange as HHMM on a clock of 24 hours, and the TA1 repeats it. There is no such time.
        bad 850: ISA10=2505
        good 850: ISA10=0605

        E-ISA-NUMBER
        ISA13 is the control number by which both sides keep interchanges apart: nine digits, and not all zero.
        bad 850: ISA13=000000000
        good 850: ISA13=000000001

        E-ISA-ACK-REQUEST
        ISA14 asks for a TA1: 1 does, 0 does not. It asks for no 997; those are agreed on.
        bad 850: ISA14=2
        good 850: ISA14=0

        E-ISA-USAGE
        ISA15 keeps tests and business apart: P is production, T test, I information. Anything else could put a test order into the warehouse.
        bad 850: ISA15=X
        good 850: ISA15=P

        E-IEA-COUNT
        IEA01 counts the functional groups (GS to GE). The count is another, so groups were lost or added on the way. TA1 segments are not counted.
        bad 850: IEA01=2
        good 850: IEA01=1

        E-IEA-NUMBER
        IEA02 repeats ISA13, so that both ends of an interchange are known to belong together. It does not: two interchanges may have been run into one.
        bad 850: IEA02=000000002
        good 850: IEA02=000000001

        E-IEA-MISSING
        The interchange ends without IEA: mostly a transfer that broke off, or a file taken while it was still being written. Nobody knows what is missing, so nothing of it is processed.
        bad -: a file that ends behind GE
        good -: IEA*1*000000001 behind the last GE

        E-INTERCHANGE-STRAY
        Between ISA and IEA there are TA1 segments and functional groups, and nothing else. A segment stands outside: often an ST without its GS.
        bad -: ISA, REF, GS
        good -: ISA, GS

        E-GROUP-STRAY
        Between GS and GE there are transaction sets, from ST to SE, and nothing else. A segment stands outside: often what follows an SE that came too early.
        bad -: SE, REF, GE
        good -: SE, GE

        E-FILE
        No ISA is found in the file, or segments stand where no ISA went before: a file of another kind, an encrypted one, or one that has lost its beginning.
        bad -: a CSV file, or one that begins with GS
        good -: a file that begins with ISA

        E-SENDER-UNKNOWN
        No partner's profile has this sender (ISA05, ISA06, GS02) in this usage, or the partner is suspended, or the file lay in another partner's drop. Nothing is taken from strangers; the TA1 goes to the owner of the drop.
        bad -: ISA06 NEWPARTNER, and no profile that names it
        good -: the identity in identities.production.partner of a profile

        E-RECEIVER-UNKNOWN
        The interchange is addressed to somebody else: ISA07, ISA08 or GS03 are none of ours in the sender's profile. It may have been dropped in the wrong place.
        bad -: ISA08 SOMEBODYELSE
        good -: our identity, as agreed with this partner

        E-TEST-DATA
        ISA15 says test and the identity or the partner's stage says production, or the other way round. Test orders must not be shipped, and orders must not be lost as tests.
        bad -: ISA15 T from a partner in production
        good -: ISA15 P from a partner in production, T from one in test

        E-INTERCHANGE-DUPLICATE
        An interchange of this sender had the same ISA13 and other bytes. Which one counts nobody can know, so this one is held. The same bytes once more are a retransmission and do no harm.
        bad -: two files with ISA13 000000501 and different orders
        good -: a fresh ISA13 for each interchange

        W-GS
        An element of the GS is not as the standard has it: the date or time, an empty application code, an agency that is neither X nor T. The sets inside can still be judged.
        bad 850: GS04=20261321
        good 850: GS04=20261121

        E-GS-CODE
        GS01 says which sets the group holds: PO for 850, PR for 855, SH for 856, IN for 810, FA for 997 and 999. The value is no functional code.
        bad 850: GS01=??
        good 850: GS01=PO

        E-GS-VERSION
        GS08 names the version and release by which the sets are to be judged, such as 004010, with or without the name of a guide. There is no dictionary for it here, so nothing in the group can be judged. A profile may let the nearest version judge instead.
        bad 850: GS08=003040
        good 850: GS08=004010

        E-GE-MISSING
        The group ends without GE. What should have followed is unknown, so none of its sets is processed.
        bad -: SE, IEA
        good -: SE, GE*1*1, IEA

        E-GE-NUMBER
        GE02 repeats GS06. It does not, so the two ends of the group may not belong together.
        bad 850: GE02=2
        good 850: GE02=1

        E-GE-COUNT
        GE01 counts the transaction sets (ST to SE). The count is another, so sets were lost or added on the way. None of the group is processed.
        bad 850: GE01=2
        good 850: GE01=1

        E-GS-NUMBER
        GS06 is the group's control number, one to nine digits. A 997 names the group by it, so without it there is no way to answer.
        bad -: GS06 and GE02 X
        good -: GS06 and GE02 1

        E-GS-DUPLICATE
        An earlier group of the interchange has the same GS06, so that the answers to both could not be told apart. From 005010 on the code for it is 19; 004010 has none, and 6 is sent.
        bad -: two groups with GS06 1
        good -: groups with GS06 1 and 2

        E-ST-UNSUPPORTED
        The set is X12, but not one that is taken here in this version, or not one agreed with this partner (documents in the profile).
        bad -: an 837 among orders
        good -: the sets agreed on

        E-SE-MISSING
        The set has no SE before the next ST, GE or IEA. Segments may be missing, so it is refused.
        bad -: CTT*2, GE*1*1
        good -: CTT*2, SE*15*0001, GE*1*1

        E-SE-NUMBER
        SE02 repeats ST02. It does not, so the beginning and the end may belong to different sets.
        bad 850: SE02=0002
        good 850: SE02=0001

        E-SE-COUNT
        SE01 counts the segments of the set, ST and SE included. The count is another: segments were lost or added, or the sender forgot to count ST and SE.
        bad 850: SE01=14
        good 850: SE01=15

        E-ST-ID
        ST01 names the set by three digits, such as 850. It is missing or malformed, so nobody knows what the set is.
        bad 850: ST01=85
        good 850: ST01=850

        E-ST-NUMBER
        ST02 is the set's control number, four to nine characters. A 997 names the set by it.
        bad 850: ST02=1
        good 850: ST02=0001

        E-ST-DUPLICATE
        An earlier set of the group has the same ST02, so that the answers to both could not be told apart.
        bad -: two sets with ST02 0001 in one group
        good -: sets with ST02 0001 and 0002

        W-ST-GROUP
        GS01 announces other sets than this: an 850 in a group of invoices. The set is judged all the same. In a group of acknowledgments (FA) it is refused, because nobody answers those.
        bad 850: GS01=IN
        good 850: GS01=PO

        E-ST-SIZE
        The set is larger than the limit on what is held in memory, so it was passed over unread.
        bad -: an 856 of 300 MB
        good -: the same shipments in several sets
        """#
}
