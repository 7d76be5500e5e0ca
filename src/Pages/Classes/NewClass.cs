namespace NtmServerless.Pages.Classes;

/// <summary>What can be planned: the streams, and the units that may lead for whoever asks.</summary>
public sealed record NewClass(Plan Plan, IReadOnlyList<StreamCount> Streams, IReadOnlyList<Unit> Leads);

/// <summary>A stream and how many of its classes there are; cancelled ones do not count.</summary>
public sealed record StreamCount(TrainingStream Stream, int Planned)
{
    /// <summary>The plan orders no more classes of it.</summary>
    public bool IsFull => Stream.ClassCount is { } ordered && Planned >= ordered;
}
