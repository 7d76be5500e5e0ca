namespace NtmServerless.Rehearsal.Year;

/// <summary>What kind of work an errand is, to tell where the time goes.</summary>
internal enum Work
{
    Planning,
    Registering,
    Holding,
    ClassReports,
    Tours,
    Media,
    Reports,
    Looking,
}
