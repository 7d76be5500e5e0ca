namespace NtmServerless.Domain.Access;

/// <summary>Who did something, as the audit trail keeps it. Never a participant's name.</summary>
public sealed record Actor([property: Personal(PersonalDatum.Trace)] string Name, string? UnitId = null)
{
    /// <summary>A villager without an account.</summary>
    public static readonly Actor Public = new("public");

    /// <summary>Somebody at the door, who may be anybody.</summary>
    public static readonly Actor NotSignedIn = new("not-signed-in");

    /// <summary>The lifecycle, when its time had come.</summary>
    public static readonly Actor Lifecycle = new("lifecycle");

    public static Actor Of(Caller caller) => new(caller.Name, caller.UnitId);

    /// <summary>An outside form, by the id of its mapping in the plan.</summary>
    public static Actor OutsideForm(string formId) => new($"form:{formId}");
}
