namespace NtmServerless.Pages.Evidence;

/// <summary>The signed paper of one session beside the taps.</summary>
/// <param name="Reading">Null while nobody has read the paper.</param>
/// <param name="Papers">The sheets that were uploaded for the session or for the whole class.</param>
public sealed record SignatureView(
    TrainingClass Class, Plan Plan, Session Session, IReadOnlyList<Registration> People, AttendanceSheet Taken, SheetReading? Reading,
    IReadOnlyList<SignatureDifference> Differences, IReadOnlyList<EvidenceFact> Papers)
{
    public Registration Person(string code) => People.First(p => p.Code == code);
}
