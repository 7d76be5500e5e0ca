namespace NtmServerless.Pages.Registrations;

/// <summary>Slips to print: what people keep who registered without a telephone.</summary>
public sealed record PersonSlipsView(ClassOfPlan Of, IReadOnlyList<Registration> People);
