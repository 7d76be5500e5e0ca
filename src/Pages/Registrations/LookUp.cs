namespace NtmServerless.Pages.Registrations;

/// <summary>The classes in which somebody may look for a registration.</summary>
public sealed record LookUp(IReadOnlyList<ClassOfPlan> Classes);
