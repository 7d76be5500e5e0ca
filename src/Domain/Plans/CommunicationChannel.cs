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
