namespace NtmServerless.Domain.Tours;

/// <summary>A tour is found by its plan and its id.</summary>
public sealed record TourRef(string PlanId, string Id);
