namespace NtmServerless.Documents.Tests.Support;

/// <summary>What was logged and issued, in no order.</summary>
internal static class SampleRegisters
{
    public static readonly IReadOnlyList<CommunicationActivity> Activities =
    [
        new("a3", "xa-gia-cat", CommunicationChannel.Broadcast, new(2024, 5, 6), "Lớp tập huấn khu dân cư kiểu mẫu, bài phát buổi sáng và buổi chiều", 24, "Phát 12 cụm loa", SampleClass.At(5, 6, 18, 0)),
        new("a1", "trung-tam-van-hoa-the-thao-truyen-thong", CommunicationChannel.Article, new(2024, 4, 3), "Vườn mẫu ở xã Hợp Thành", 1, null, SampleClass.At(4, 3, 9, 0)),
        new("a2", "phong-van-hoa-thong-tin", CommunicationChannel.Website, new(2024, 4, 30), "Kế hoạch tập huấn năm 2024", 1_250, null, SampleClass.At(4, 30, 9, 0)),
        new("a4", "xa-gia-cat", CommunicationChannel.Poster, new(2024, 7, 1), "Ngoài kỳ", 9, null, SampleClass.At(7, 1, 9, 0)),
    ];

    public static readonly IReadOnlyList<RegisteredDocument> Documents =
    [
        new(new(12, "GM-VPĐP"), new(2024, 5, 13), "Giấy mời tham dự lớp tập huấn khu dân cư nông thôn mới kiểu mẫu", "Hoàng Văn Mẫu", ["UBND xã Hợp Thành", "Lưu: VT"], 2),
        new(new(5, "TB-VPĐP"), new(2024, 5, 5), "Thông báo về việc tổ chức lớp tập huấn khu dân cư nông thôn mới kiểu mẫu", "Hoàng Văn Mẫu", ["UBND các xã, thị trấn"], 25, "Gửi qua thư điện tử"),
    ];
}
