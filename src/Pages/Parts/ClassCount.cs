namespace NtmServerless.Pages.Parts;

/// <summary>A number of each class that a figure elsewhere adds up: the list behind the figure shows it, and its sum.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Text">Key of its heading.</param>
/// <param name="OfDeclared">The same number of a class that a unit declared; null: such a class has none.</param>
public sealed record ClassCount(string Name, string Text, Func<TrainingClass, int?> Of, Func<DeclaredClass, int>? OfDeclared = null)
{
    /// <summary>Name of the field in the address.</summary>
    public const string Field = "so";

    public static readonly ClassCount Seats = new("cho", "class.count-seats", c => c.Seats.Capacity);

    public static readonly ClassCount RegisteredSoFar =
        new("dang-ky-den-nay", "class.count-registered-so-far", c => c.Figures?.Registered ?? c.Seats.Confirmed);

    public static readonly ClassCount Registered = new("dang-ky", "class.count-registered", c => c.Figures?.Registered);
    public static readonly ClassCount Attended = new("du", "class.count-attended", c => c.Figures?.Attended, d => d.Attended);
    public static readonly ClassCount Women = new("nu", "class.count-women", c => c.Figures?.Women, d => d.Women);
    public static readonly ClassCount WalkIns = new("den-khong-dang-ky", "class.count-walk-ins", c => c.Figures?.WalkIns);

    private const string PeopleOf = "nguoi-cua-";

    private static readonly ClassCount[] Known = [Seats, RegisteredSoFar, Registered, Attended, Women, WalkIns];

    /// <summary>People of one commune in each class.</summary>
    public static ClassCount OwnPeople(string unitId) => new(
        PeopleOf + unitId, "class.count-own-people", c => c.Figures is { } f ? f.ByUnit.TryGetValue(unitId, out int people) ? people : 0 : null,
        d => d.HostUnitId == unitId ? d.Attended : 0);

    /// <summary>By its name in an address; null: no such number.</summary>
    public static ClassCount? Find(string? name) => name?.StartsWith(PeopleOf, StringComparison.Ordinal) == true
        ? OwnPeople(name[PeopleOf.Length..]) : Known.FirstOrDefault(k => k.Name == name);
}
