namespace NtmServerless.Domain.Plans;

/// <summary>A delegation that goes to see and learn, as ordered by the plan (section II.2.1).</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Text">The plan's own words, composition and number included.</param>
/// <param name="CompositionText">Thành phần in the plan's words.</param>
/// <param name="MinimumMembers">Fewest members, 1 to 500.</param>
/// <param name="MaximumMembers">Most members, 1 to 500.</param>
/// <param name="Lead">Đơn vị chủ trì.</param>
/// <param name="Partners">Đơn vị phối hợp.</param>
/// <param name="TimeText">Thời gian thực hiện in the plan's words.</param>
/// <param name="Window">The same as dates.</param>
public sealed record PlannedStudyTour(
    string Id, string Text, string? CompositionText, int MinimumMembers, int MaximumMembers, PlanParties Lead, PlanParties Partners,
    string? TimeText, DateWindow? Window);
