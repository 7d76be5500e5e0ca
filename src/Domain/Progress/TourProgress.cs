namespace NtmServerless.Domain.Progress;

/// <summary>Study tours: how many the plan has, how many stand in the year, how many are over, and who travelled.</summary>
public sealed record TourProgress(int Planned, int InTheYear, int Held, int Travelled);
