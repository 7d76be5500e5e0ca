namespace NtmServerless.Pages.Registrations;

/// <summary>The form of a class as somebody gets it.</summary>
/// <param name="UnitId">The commune that stands there at first: whoever else of the house registered lives there too; null: none.</param>
public sealed record RegistrationView(ClassOfPlan Of, string? UnitId);
