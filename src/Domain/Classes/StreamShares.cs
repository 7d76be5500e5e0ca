namespace NtmServerless.Domain.Classes;

/// <summary>The classes of one stream, dealt out to units.</summary>
/// <param name="Units">Each unit once, with at least one class.</param>
/// <param name="At">When it was dealt out so (UTC).</param>
/// <param name="ByName">Name of the officer who did.</param>
public sealed record StreamShares(
    string StreamId, IReadOnlyList<ClassShare> Units, DateTimeOffset At, [property: Personal(PersonalDatum.Trace)] string ByName);
