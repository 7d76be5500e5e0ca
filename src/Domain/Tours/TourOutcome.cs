namespace NtmServerless.Domain.Tours;

/// <summary>What a decision makes of a tour, and who is told about it.</summary>
public sealed record TourOutcome(StudyTour Tour, params IReadOnlyList<Notice> Notices);
