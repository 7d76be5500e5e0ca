namespace NtmServerless.Domain.Classes;

/// <summary>
/// Whether a class was really held. That its hours are over says nothing: somebody must have been there, by the attendance taken,
/// by a signed sheet, or by a report that was approved (the committee is told of classes "đã tổ chức", plan, section IV).
/// </summary>
public static class HoldingFacts
{
    /// <summary>Somebody was marked present, or signed.</summary>
    public static bool SomebodyCame(TrainingClass c) => WasMarked(c) || WasSigned(c) || c.Report.Stage == ClassReportStage.Approved;

    /// <summary>Somebody was marked present in a session: only then is known who came.</summary>
    public static bool WasMarked(TrainingClass c) => c.SessionCounts.Any(s => s.Total > 0);

    /// <summary>All sessions are over and somebody came: the class counts as held.</summary>
    public static bool IsHeld(TrainingClass c) => c.Stage.IsBehind() && SomebodyCame(c);

    /// <summary>All sessions are over and nothing says that anybody came: its lead unit is asked.</summary>
    public static bool IsUnconfirmed(TrainingClass c) => c.Stage == ClassStage.Reporting && !SomebodyCame(c);

    /// <summary>Nobody has a seat or waits for one: such a class does not begin by itself.</summary>
    public static bool IsEmpty(TrainingClass c) => c.Seats.Confirmed + c.Seats.Waitlisted == 0;

    /// <summary>Fewer have a seat or wait for one than the class needs; nobody is never enough.</summary>
    public static bool IsTooFew(TrainingClass c) => IsEmpty(c) || c.Seats.Confirmed + c.Seats.Waitlisted < c.Least();

    // A sheet on which nobody's signature was counted says that nobody came.
    private static bool WasSigned(TrainingClass c) =>
        c.Evidence.SignedSheets > 0 && (c.Evidence.SheetCounts.Count == 0 || c.Evidence.SheetCounts.Any(s => s.Signatures > 0));
}
