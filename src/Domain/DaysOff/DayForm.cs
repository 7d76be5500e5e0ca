namespace NtmServerless.Domain.DaysOff;

/// <summary>A day as the office sets it.</summary>
/// <param name="MadeUpOn">The day that is worked in exchange for a day off (làm bù).</param>
public sealed record DayForm(DateOnly? Day, DayRule? Rule, DateOnly? MadeUpOn, string? Reason)
{
    private const int ReasonCharacters = 200;

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    internal (DateOnly Day, DayRule Rule, DateOnly? MadeUpOn, string Reason) Check()
    {
        Checks checks = new();
        checks.Require(Day is not null, "day", "required");
        checks.Require(Day is not { } day || VietnamTime.IsWithinReach(day), "day", "day-out-of-reach");
        checks.Require(Rule is { } rule && Enum.IsDefined(rule), "rule", "required");
        checks.Require(MadeUpOn is not { } worked || VietnamTime.IsWithinReach(worked), "madeUpOn", "day-out-of-reach");
        checks.Require(MadeUpOn is null || Rule == DayRule.Off, "madeUpOn", "day-made-up-for-a-day-off");
        checks.Require(MadeUpOn is null || MadeUpOn != Day, "madeUpOn", "day-made-up-on-another-day");
        string? reason = Rule == DayRule.ByLaw ? "" : checks.Text("reason", Reason, ReasonCharacters);
        checks.ThrowIfAny();
        return (Day!.Value, Rule!.Value, MadeUpOn, reason);
    }
}
