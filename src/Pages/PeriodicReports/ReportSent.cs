namespace NtmServerless.Pages.PeriodicReports;

/// <summary>Which form of a report's page was sent and comes back.</summary>
public enum ReportSent
{
    None,
    Compile,
    Submit,
    Return,
    Approve,
}
