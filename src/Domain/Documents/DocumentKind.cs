namespace NtmServerless.Domain.Documents;

/// <summary>The documents that are kept.</summary>
public enum DocumentKind
{
    /// <summary>Thông báo mở lớp.</summary>
    Announcement,

    /// <summary>Giấy mời.</summary>
    Invitation,

    /// <summary>Bài phát thanh.</summary>
    LoudspeakerScript,

    /// <summary>Danh sách học viên.</summary>
    Participants,

    /// <summary>Danh sách ký tên.</summary>
    SigningSheet,

    /// <summary>Báo cáo kết quả lớp.</summary>
    ClassReport,

    /// <summary>Báo cáo định kỳ, đột xuất.</summary>
    PeriodicReport,

    /// <summary>Phụ lục số liệu of a periodic report, a workbook.</summary>
    ReportAnnex,

    /// <summary>Kế hoạch.</summary>
    Plan,

    /// <summary>Sổ theo dõi hoạt động truyền thông.</summary>
    CommunicationLog,

    /// <summary>Sổ đăng ký văn bản đi.</summary>
    Register,
}
