namespace NtmServerless.Domain.Plans;

/// <summary>By what means something is made known (section II.2.1, and II.1.1 on forms).</summary>
public enum CommunicationChannel
{
    /// <summary>Tin.</summary>
    NewsItem,

    /// <summary>Bài.</summary>
    Article,

    /// <summary>Phóng sự.</summary>
    Feature,

    /// <summary>Bản tin.</summary>
    Bulletin,

    /// <summary>Trang thông tin điện tử, hệ thống thông tin điện tử trên internet.</summary>
    Website,

    /// <summary>Loa phát thanh, hệ thống truyền thanh, hệ thống thông tin cơ sở.</summary>
    Broadcast,

    /// <summary>Cuộc họp, hội nghị.</summary>
    Conference,

    /// <summary>Pano, áp phích.</summary>
    Poster,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>One thing that the communication work is about (a paragraph of section II.1.1).</summary>
public sealed record CommunicationContent(string Id, string Text);

/// <summary>One line of the framework curriculum (chuyên đề, section II.1.2).</summary>
public sealed record Topic(string Id, string Text);

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

/// <summary>How much media work an office wants of a unit; the sample plan names none.</summary>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="Channel">Channel counted.</param>
/// <param name="Count">Items, 1 to 100,000.</param>
/// <param name="Window">Within these dates; null: the plan's year.</param>
public sealed record MediaTarget(string UnitId, CommunicationChannel Channel, int Count, DateWindow? Window);
