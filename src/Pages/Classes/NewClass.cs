namespace NtmServerless.Pages.Classes;

/// <summary>What can be planned: the streams, and the units that may lead for whoever asks.</summary>
public sealed record NewClass(Plan Plan, IReadOnlyList<StreamCount> Streams, IReadOnlyList<Unit> Leads, YearStanding Year);

/// <summary>A stream and how many of its classes there are; cancelled ones do not count.</summary>
/// <param name="Planned">Of all units; where the stream is dealt out, of the officer's own unit.</param>
/// <param name="Share">How many the officer's own unit was dealt; null where nobody dealt, and for who looks after all units.</param>
public sealed record StreamCount(TrainingStream Stream, int Planned, int? Share = null)
{
    /// <summary>No more classes of it are ordered, or dealt to the unit.</summary>
    public bool IsFull => (Share ?? Stream.ClassCount) is { } ordered && Planned >= ordered;
}
