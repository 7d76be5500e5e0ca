namespace NtmServerless.Domain.Privacy;

/// <summary>The kinds of data about people that are stored. Each has its entry in <see cref="PersonalRegister"/> and its words on the privacy page.</summary>
public enum PersonalDatum
{
    /// <summary>Name, year of birth, village and commune of who registered.</summary>
    Identity,
    Sex,
    EthnicGroup,
    Phone,

    /// <summary>What the person is to the programme, and the organisation they come from.</summary>
    Audience,

    /// <summary>Why a registration was cancelled, in somebody's own words.</summary>
    CancelReason,
    Attendance,

    /// <summary>Why signature and attendance of a person differ.</summary>
    SignatureNote,

    /// <summary>Scan of the list that everybody signed.</summary>
    SignedSheet,
    Photo,

    /// <summary>Lists of names that were made as documents of a class.</summary>
    NameList,

    /// <summary>Messages to a participant: which registration was told, and what the gateway answered.</summary>
    Letter,
    TourMember,

    /// <summary>Trainers and others whom a report of a class or a tour names.</summary>
    ReportText,

    /// <summary>Who signs and receives documents, by office.</summary>
    Signer,

    /// <summary>Mail addresses and phones of units.</summary>
    Contact,

    /// <summary>Name, user name and sign-in of officers.</summary>
    Account,

    /// <summary>Who did what, and when.</summary>
    Trace,
}
