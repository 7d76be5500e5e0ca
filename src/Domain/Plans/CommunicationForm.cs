namespace NtmServerless.Domain.Plans;

/// <summary>One form of communication work (section II.2.1).</summary>
/// <param name="Id">ASCII slug.</param>
/// <param name="Title">The plan's own words.</param>
/// <param name="Channels">Channels that count towards it.</param>
/// <param name="Lead">Đơn vị chủ trì.</param>
/// <param name="Partners">Đơn vị phối hợp.</param>
/// <param name="TimeText">Thời gian thực hiện in the plan's words.</param>
/// <param name="Window">The same as dates.</param>
public sealed record CommunicationForm(
    string Id, string Title, IReadOnlyList<CommunicationChannel> Channels, PlanParties Lead, PlanParties Partners, string? TimeText,
    DateWindow? Window);
