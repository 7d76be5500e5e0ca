namespace NtmServerless.Domain.Classes;

/// <summary>Where the report of a class stands.</summary>
public enum ClassReportStage
{
    None,
    Submitted,
    Returned,
    Approved,
}
