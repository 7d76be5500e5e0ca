namespace NtmServerless.Functions.Hosting;

/// <summary>The sets of roles that functions let in, by name. What a role may do to which record is decided by <see cref="Permission"/>.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Văn phòng Điều phối alone.</summary>
    Administrator = 1 << Role.Administrator,

    /// <summary>Who plans classes and tours, holds them and reports on them.</summary>
    Organisers = Administrator | 1 << Role.LeadUnit | 1 << Role.Commune,

    /// <summary>Everybody who does the work of a plan, and so answers its reports.</summary>
    Units = Organisers | 1 << Role.CultureOffice,

    /// <summary>Everybody who has an account.</summary>
    Everyone = Units | 1 << Role.Committee,

    /// <summary>Who returns and approves periodic reports.</summary>
    Approvers = Administrator | 1 << Role.Committee,

    /// <summary>Who asks for periodic reports and reads what the units answered.</summary>
    Overseers = Approvers | 1 << Role.CultureOffice,

    /// <summary>Who reads the documents of a class: its organisers and those who approve what it reported.</summary>
    ClassDocumentReaders = Organisers | Approvers,

    /// <summary>Who issues the log of communication work as a document.</summary>
    LogIssuers = Administrator | 1 << Role.CultureOffice,
}
