namespace NtmServerless.Pages.Units;

/// <summary>A unit in the list, with how many classes it leads.</summary>
public sealed record UnitLine(Unit Unit, int ClassesLed);

/// <summary>The units of a plan, filtered.</summary>
/// <param name="Samples">Units that the plan's text does not name.</param>
public sealed record UnitsView(Plan Plan, UnitKind? Kind, string? Words, Slice<UnitLine> Units, int Samples);

/// <summary>One unit and what the plan asks of it.</summary>
public sealed record UnitView(Plan Plan, Unit Unit, IReadOnlyList<TrainingClass> Led, IReadOnlyList<TrainingClass> Hosted);
