namespace NtmServerless.Domain.PeriodicReports.Cycle;

/// <summary>A step of a report's cycle that happens by itself when its time has come.</summary>
public enum ReportStep
{
    AskUnits,
    Compile,
    RemindUnits,
    Escalate,
    RemindCompiler,
    RemindApprover,
    Issue,
}
