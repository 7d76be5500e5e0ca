namespace NtmServerless.Domain.Tours;

/// <summary>A member as a unit names them.</summary>
public sealed record TourMemberForm
{
    public string? FullName { get; init; }
    public string? Position { get; init; }
    public string? UnitId { get; init; }
    public string? Phone { get; init; }

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public TourMember Check(string code, Plan plan, Func<string, string?> readPhone)
    {
        Checks checks = new();
        string name = checks.Text("fullName", FullName, 100);
        string position = checks.Text("position", Position, 150);
        string unit = checks.Text("unitId", UnitId, 60);
        checks.Require(unit.Length == 0 || plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        string? phone = string.IsNullOrWhiteSpace(Phone) ? null : readPhone(Phone);
        checks.Require(string.IsNullOrWhiteSpace(Phone) || phone is not null, "phone", "phone");
        checks.ThrowIfAny();
        // Members are officials named by their unit: name, post and unit tell them apart; nobody asks their year of birth.
        return new TourMember(code, name, position, unit, phone, PersonKey.Of(name, 0, position, unit), Travelled: false);
    }
}
