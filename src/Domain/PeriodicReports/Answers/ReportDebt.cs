namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>What a unit owes to a report.</summary>
public enum ReportDebt
{
    /// <summary>Counts of communication work.</summary>
    Communication,

    /// <summary>Classes that a commune held of its own accord and that are not in the records.</summary>
    OwnClasses,

    /// <summary>Reports of classes that it led and that were held in the period.</summary>
    ClassReports,
}
