namespace NtmServerless.Documents.Tests.Support;

/// <summary>A class of the sample plan as it stands when its report is filed: 48 with a seat, 2 waiting, 2 who walked in.</summary>
internal static class SampleClass
{
    private static readonly string[] Families = ["Hoàng", "Nông", "Vi", "Lương", "Triệu", "Nguyễn", "Đàm", "Bế"];
    private static readonly string[] Women = ["Ánh", "An", "Ân", "Hằng", "Liên", "Thủy", "Yến", "Đào"];
    private static readonly string[] Men = ["Ảnh", "Dũng", "Đức", "Hải", "Sơn", "Tuấn", "Vinh", "Bảo"];
    private static readonly string[] Groups = ["Nùng", "Tày", "Kinh", "Dao"];
    private static readonly string[] Communes = ["xa-gia-cat", "xa-hop-thanh", "xa-tan-lien", "thi-tran-cao-loc"];

    public static readonly Plan Plan = PlanImport.Read(Repository.Text("plans/caoloc-2024.json")).Plan!;

    public static readonly DocumentHead Head = new()
    {
        ParentBody = "Ban Chỉ đạo các Chương trình MTQG huyện Cao Lộc",
        IssuingBody = "Văn phòng Điều phối nông thôn mới huyện",
        Number = new DocumentNumber(5, "TB-VPĐP"),
        Place = "Cao Lộc",
        Date = new DocumentDate(5, 5, 2024),
        Signer = new Signer("Hoàng Văn Mẫu", ["CHÁNH VĂN PHÒNG"]),
    };

    public static readonly TrainingClass Class = new()
    {
        Id = new("khu-dan-cu-kieu-mau-3"),
        PlanId = Plan.Id,
        StreamId = "khu-dan-cu-kieu-mau",
        Number = 3,
        Title = Plan.Streams[0].Title,
        TopicIds = ["tong-quan-chuong-trinh", "quy-hoach-cong-dong"],
        LeadUnitId = "van-phong-dieu-phoi",
        HostUnitId = "xa-gia-cat",
        PartnerUnitIds = ["xa-gia-cat"],
        Audiences = Plan.Streams[0].Audiences,
        Stage = ClassStage.Reporting,
        Announcement = new Announcement("05/TB-VPĐP", "Nhà văn hóa xã Gia Cát", At(5, 2, 8, 0), At(5, 15, 17, 0), At(4, 25, 9, 0)),
        Sessions = [new(1, At(5, 20, 7, 30), At(5, 20, 11, 0)), new(2, At(5, 20, 13, 30), At(5, 20, 17, 0)), new(3, At(5, 21, 7, 30), At(5, 21, 11, 0))],
        Seats = new Seats(50, 10),
        Minimum = 25,
        SessionCounts = [new(1, 44, 2), new(2, 40, 2), new(3, 42, 1)],
        Evidence = new EvidenceState { SignedSheets = 3, Photos = 2, SheetCounts = [new(1, 46), new(2, 41), new(3, 43)] },
    };

    public static readonly IReadOnlyList<Registration> Registrations =
    [
        .. Enumerable.Range(1, 52).Select(n => new Registration
        {
            Code = $"C{n:000}",
            Sequence = n,
            Applicant = Person(n),
            Status = n switch { <= 48 => RegistrationStatus.Confirmed, <= 50 => RegistrationStatus.Waitlisted, _ => RegistrationStatus.WalkIn },
            IsPriority = n % 5 == 0,
            RegisteredAt = At(5, 3, 8, 0).AddMinutes(n),
            Source = RegistrationSource.PublicForm,
        }),
    ];

    public static readonly ClassFile File = new(Plan, Class)
    {
        Registrations = Registrations,
        Sheets = [.. Class.Sessions.Select(s => new AttendanceSheet(s.Number, Registrations
            .Where(r => r.Status is not RegistrationStatus.Waitlisted)
            .ToDictionary(r => r.Code, r => r.Sequence % 11 == s.Number ? (s.Number == 2 ? Mark.Excused : Mark.Absent) : Mark.Present)))],
        Evidence =
        [
            new(new string('a', 64), EvidenceKind.SignedSheet, FileType.Pdf, 420_000, 1, 46, "van-phong-dieu-phoi", At(5, 21, 15, 0)),
            new(new string('b', 64), EvidenceKind.SignedSheet, FileType.Pdf, 410_000, 2, 41, "van-phong-dieu-phoi", At(5, 21, 15, 5)),
            new(new string('c', 64), EvidenceKind.Photo, FileType.Jpeg, 1_800_000, null, null, "van-phong-dieu-phoi", At(5, 21, 15, 10)),
        ],
        Report = new ClassReport
        {
            Revision = 1,
            Results = "Học viên nắm được quy trình xây dựng khu dân cư kiểu mẫu, biết tự chấm điểm vườn mẫu của gia đình.\n100% học viên làm bài thu hoạch, trong đó 41 bài đạt loại khá trở lên.",
            Trainers = "Ông Nguyễn Văn Giảng, Chi cục Phát triển nông thôn tỉnh.",
            Materials = "50 bộ tài liệu khung do Bộ Nông nghiệp và Phát triển nông thôn ban hành.",
            Spent = [new("kinh-phi-su-nghiep", 18_500_000), new("kinh-phi-don-vi", 1_250_000)],
            Difficulties = "Một số học viên ở thôn xa đi lại khó khăn do mưa lớn.",
            Proposals = "Đề nghị mở thêm lớp tại xã Hợp Thành.",
            DifferenceNote = "Một người ký thay ở buổi 2 đã được nhắc nhở.",
            ByUnitId = "van-phong-dieu-phoi",
            SubmittedAt = At(5, 23, 9, 0),
        },
    };

    public static DateTimeOffset At(int month, int day, int hour, int minute) => VietnamTime.At(new DateOnly(2024, month, day), new TimeOnly(hour, minute));

    private static Applicant Person(int n)
    {
        bool woman = n % 3 != 0;
        string name = $"{Families[n % 8]} {(woman ? "Thị" : "Văn")} {(woman ? Women : Men)[n * 5 % 8]}";
        return new Applicant(
            new PersonalData
            {
                FullName = name,
                BirthYear = 1960 + n,
                EthnicGroup = n % 9 == 0 ? null : Groups[n % 4],
                Phone = n % 4 == 0 ? null : $"09123456{n:00}",
                Village = $"Thôn {(char)('A' + n % 5)}",
                Organisation = n % 7 == 0 ? "HTX Gia Cát" : null,
            },
            new CountedTraits(woman ? Sex.Female : Sex.Male, Communes[n % 4], (Audience)(n % 6)));
    }
}
