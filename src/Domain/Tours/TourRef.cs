namespace NtmServerless.Domain.Tours;

/// <summary>A tour is found by its plan and its id.</summary>
public sealed record TourRef(PlanId PlanId, TourId Id);
