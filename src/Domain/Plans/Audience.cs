namespace NtmServerless.Domain.Plans;

/// <summary>Who may attend a class (thành phần): section II.2.2 of the plan.</summary>
public enum Audience
{
    /// <summary>Thành viên Ban Chỉ đạo, Ban Quản lý cấp xã.</summary>
    CommitteeOrBoardMember,

    /// <summary>Ban phát triển thôn.</summary>
    VillageDevelopmentBoard,

    /// <summary>Đại diện Hợp tác xã.</summary>
    Cooperative,

    /// <summary>Đại diện Tổ hợp tác.</summary>
    CooperativeGroup,

    /// <summary>Chủ trang trại.</summary>
    FarmOwner,

    /// <summary>Hộ dân tiêu biểu.</summary>
    ExemplaryHousehold,

    /// <summary>Hội viên, đoàn viên of an organisation.</summary>
    UnionMember,

    /// <summary>Cán bộ, công chức; leaders and representatives of offices.</summary>
    Official,

    /// <summary>Anyone else.</summary>
    Other,
}
