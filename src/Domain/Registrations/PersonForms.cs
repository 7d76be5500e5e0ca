namespace NtmServerless.Domain.Registrations;

/// <summary>The forms by which a person comes into a class.</summary>
[Flags]
public enum PersonForms
{
    None = 0,

    /// <summary>The person's own registration.</summary>
    Public = 1,

    /// <summary>An officer registers somebody, or names a substitute.</summary>
    Officer = 2,

    /// <summary>Somebody stands at the door: as few questions as possible.</summary>
    WalkIn = 4,

    /// <summary>A list in a spreadsheet.</summary>
    List = 8,

    /// <summary>An outside form, by the plan's mapping.</summary>
    Outside = 16,
}
