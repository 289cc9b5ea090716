/// The codes of acknowledgments in plain words: a list's head is its element number, what it is, and where it stands;
/// under it a line for each code, with what it means before `|` and what to do behind it. Codes of security, which
/// nobody uses in this trade, share a line. `<005010` and `>=005010` in front of a meaning say for which releases it is.
enum AcknowledgmentCodeText {
    static let lists: StaticString = #"""
        715 Functional Group Acknowledge Code: AK901
        A the group was accepted | nothing
        E the group was accepted, and errors were noted | do not send it again; mend what was noted before the next one
        P some sets of the group were accepted and some were not | mend the sets that were refused and send those again, under new control numbers
        R the group was refused, and none of it was processed | mend what is noted and send the group again, under a new control number
        M the group was refused: its message authentication code failed | agree with the partner on the keys, and send it again
        W the group was refused: its assurance failed | agree with the partner on assurances, and send it again
        X the group was refused: what came out of decryption could not be used | agree with the partner on encryption, and send it again

        716 Functional Group Syntax Error Code: AK905 to AK909
        1 the partner does not take groups of this GS01 | agree on the sets you exchange, or correct GS01
        2 the partner does not take this version (GS08) | send the version agreed on
        3 the group has no GE | send the whole interchange again: it was cut off
        4 GE02 is not GS06 | repeat GS06 in GE02
        5 GE01 does not count the sets | count ST segments in GE01
        6 GS06 breaks the rules for control numbers (before 005010 also: it was there before) | send one to nine digits that no other group has
        7 GS02 is not known to the partner (from 005030 on) | send the application code agreed on in GS02
        8 GS03 is not known to the partner (from 005030 on) | send the application code agreed on in GS03
        9 GS07 is not taken (from 005030 on) | send X in GS07
        10-18 a fault in the security segments of the group | agree with the partner on security
        19 >=005010 another group of the interchange has this GS06 | give each group its own GS06
        19-22 <005010 a fault in the security segments of the group (S1S to S2E) | agree with the partner on security
        23-26 a fault in the security segments or assurances of the group | agree with the partner on security
        30 GS04 is no date (from 005030 on) | send the date as CCYYMMDD
        31 GS05 is no time (from 005030 on) | send the time as HHMM

        717 Transaction Set Acknowledgment Code: AK501, IK501
        A the set was accepted | nothing
        E the set was accepted, and errors were noted | do not send it again; mend what was noted before the next one
        R the set was refused and not processed | mend what is noted and send it again, under a new control number
        M the set was refused: its message authentication code failed | agree with the partner on the keys, and send it again
        W the set was refused: its assurance failed | agree with the partner on assurances, and send it again
        X the set was refused: what came out of decryption could not be used | agree with the partner on encryption, and send it again

        718 Transaction Set Syntax Error Code: AK502 to AK506
        1 the partner does not take this set | agree on the sets you exchange
        2 the set has no SE | send it again whole: it was cut off
        3 SE02 is not ST02 | repeat ST02 in SE02
        4 SE01 does not count the segments | count the segments from ST to SE, both included
        5 segments of the set are faulty | see the notes on segments
        6 ST01 is missing or no set | send the set's three digits in ST01
        7 ST02 is missing or malformed | send four to nine characters in ST02
        8-17 a fault in the security segments or assurances of the set | agree with the partner on security
        18 >=005010 the set does not belong in a group of this GS01 | put it in a group of its own functional code
        19 >=005010 ST03 is not a guide the partner takes | send the guide agreed on in ST03, or nothing
        19-22 <005010 a fault in the security segments of the set (S3S to S4E) | agree with the partner on security
        23 another set of the group has this ST02 | give each set of a group its own ST02
        24-27 a fault in the security segments or assurances of the set | agree with the partner on security

        618 Implementation Transaction Set Syntax Error Code: IK502 to IK506
        1 the partner does not take this set | agree on the sets you exchange
        2 the set has no SE | send it again whole: it was cut off
        3 SE02 is not ST02 | repeat ST02 in SE02
        4 SE01 does not count the segments | count the segments from ST to SE, both included
        5 segments of the set are faulty | see the notes on segments
        6 ST01 is missing or no set | send the set's three digits in ST01
        7 ST02 is missing or malformed | send four to nine characters in ST02
        8-17 a fault in the security segments or assurances of the set | agree with the partner on security
        18 the set does not belong in a group of this GS01 | put it in a group of its own functional code
        19 ST03 is not valid | send the guide agreed on in ST03, or nothing
        23 another set of the group has this ST02 | give each set of a group its own ST02
        24-27 a fault in the security segments or assurances of the set | agree with the partner on security
        I5 segments of the set break the partner's guide | see the notes on segments, and the partner's guide
        I6 the guide named in ST03 or GS08 is not one the partner takes | name the guide agreed on

        720 Segment Syntax Error Code: AK304
        1 the version has no such segment | leave it out; look for a stray delimiter or a line break inside data
        2 the segment cannot stand here | move it to its place in the set
        3 a mandatory segment is missing here | send it
        4 the loop repeats too often | send fewer of them, or split the document
        5 the segment is used too often | send fewer of them
        6 the segment is not part of this set | leave it out
        7 the segment is out of order | keep the order of the standard
        8 elements of the segment are faulty | see the notes on its elements

        620 Implementation Segment Syntax Error Code: IK304
        1 the version has no such segment | leave it out; look for a stray delimiter or a line break inside data
        2 the segment cannot stand here | move it to its place in the set
        3 a required segment is missing here | send it
        4 the loop repeats too often | send fewer of them, or split the document
        5 the segment is used too often | send fewer of them
        6 the segment is not part of this set | leave it out
        7 the segment is out of order | keep the order of the standard
        8 elements of the segment are faulty | see the notes on its elements
        I4 the partner's guide has no use for the segment | leave it out
        I6 the partner's guide requires the segment in this case | send it
        I7 the loop comes less often than the partner's guide asks | send more of them
        I8 the segment comes less often than the partner's guide asks | send more of them
        I9 the partner's guide has no use for the segment in this case | leave it out

        723 Data Element Syntax Error Code: AK403
        1 a mandatory element is missing | send it
        2 an element that others call for is missing | send it, or leave out what calls for it
        3 there are more elements than the segment has | leave the surplus out; look for a separator inside data
        4 the value is too short | complete it
        5 the value is too long | shorten it
        6 the value has a character it may not have | for a number send digits; else keep to the agreed character set
        7 the code is not in the list the partner goes by | send a code agreed on
        8 the value is not a date | send it as CCYYMMDD
        9 the value is not a time | send it as HHMM or HHMMSS
        10 the element is sent together with one it excludes | send one of the two
        12 the element is repeated too often | send fewer repetitions
        13 the composite has too many components | leave the surplus out; look for a component separator inside data

        621 Implementation Data Element Syntax Error Code: IK403
        1 a required element is missing | send it
        2 an element that others call for is missing | send it, or leave out what calls for it
        3 there are more elements than the segment has | leave the surplus out; look for a separator inside data
        4 the value is too short | complete it
        5 the value is too long | shorten it
        6 the value has a character it may not have | for a number send digits; else keep to the agreed character set
        7 the code is not in the list of the standard | send a code of the list
        8 the value is not a date | send it as CCYYMMDD
        9 the value is not a time | send it as HHMM or HHMMSS
        10 the element is sent together with one it excludes | send one of the two
        12 the element is repeated too often | send fewer repetitions
        13 the composite has too many components | leave the surplus out; look for a component separator inside data
        I6 the partner's guide does not use this code | send a code that the guide lists
        I9 the partner's guide requires the element in this case | send it
        I10 the partner's guide has no use for the element | leave it out
        I11 the element is repeated less often than the partner's guide asks | send more repetitions
        I12 the value has not the form the partner's guide asks for | send it in that form
        I13 the partner's guide has no use for the element in this case | leave it out

        I17 Interchange Acknowledgment Code: TA104
        A the envelope of the interchange was accepted | nothing; 997 or 999 tell about what is in it
        E the envelope was accepted, and errors were noted | do not send it again; mend what was noted before the next one
        R the envelope was refused, and nothing in it was processed | mend it and send the interchange again, under a new ISA13

        I18 Interchange Note Code: TA105
        000 no error | nothing
        001 IEA02 is not ISA13 | repeat ISA13 in IEA02
        002 the standard in ISA11 is not taken | send U in ISA11 up to version 00401
        003 the version in ISA12 is not taken | send the version agreed on in ISA12
        004 the segment terminator is unusable | end segments with a character that is no letter, digit or other delimiter
        005 ISA05, the sender's qualifier, is invalid | send the qualifier agreed on in ISA05
        006 ISA06, the sender, is invalid or not known to the partner | send your identifier as agreed on in ISA06
        007 ISA07, the receiver's qualifier, is invalid | send the qualifier agreed on in ISA07
        008 ISA08, the receiver, is invalid | send the partner's identifier as agreed on in ISA08
        009 ISA08, the receiver, is not known there | send to the identifier agreed on; the file may have gone to the wrong address
        010 ISA01 is invalid | send 00 in ISA01
        011 ISA02 is invalid | send ten blanks in ISA02, or what was agreed on
        012 ISA03 is invalid | send 00 in ISA03
        013 ISA04 is invalid | send ten blanks in ISA04, or what was agreed on
        014 ISA09 is no date | send it as YYMMDD
        015 ISA10 is no time | send it as HHMM
        016 ISA11 is invalid | send U up to version 00401, the repetition separator from 00402 on
        017 ISA12 is invalid | send five digits such as 00401 in ISA12
        018 ISA13 is invalid | send nine digits in ISA13, not all zero
        019 ISA14 is invalid | send 0 or 1 in ISA14
        020 ISA15 is invalid, or does not fit the partner's set-up | send P or T in ISA15, as agreed on
        021 IEA01 does not count the groups | count GS segments in IEA01
        022 the control structure is broken | look for segments outside groups and sets, and for envelopes that do not nest
        023 the file ended before the IEA | send it again whole: the transfer broke off
        024 the content is invalid, such as the GS | correct the GS
        025 an interchange with this ISA13 was there before | give each interchange its own ISA13, and find out whether this one was sent twice
        026 the element separator is unusable | separate elements with a character that is no letter, digit or other delimiter
        027 the component separator is unusable | send a character in ISA16 that is no letter, digit or other delimiter
        028 the delivery date of a deferred delivery is invalid | ask the network that carries the interchange
        029 the delivery time of a deferred delivery is invalid | ask the network that carries the interchange
        030 the time code of a deferred delivery is invalid | ask the network that carries the interchange
        031 the grade of service is invalid | ask the network that carries the interchange
        """#
}
