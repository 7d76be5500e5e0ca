namespace NtmServerless.Domain.Units;

/// <summary>What a body of the plan is. No kind assumes a level of government: an office may belong to a province, a district or a commune.</summary>
public enum UnitKind
{
    /// <summary>Ban Chỉ đạo: issues the plan, receives the reports.</summary>
    SteeringCommittee,

    /// <summary>Văn phòng Điều phối nông thôn mới: the administrators of the application.</summary>
    CoordinationOffice,

    /// <summary>Phòng Văn hóa và Thông tin, or the office that has its task.</summary>
    CultureOffice,

    /// <summary>Trung tâm Văn hóa, Thể thao và Truyền thông, or another body that makes media.</summary>
    MediaCentre,

    /// <summary>Phòng, ban, cơ quan, đơn vị: any other office.</summary>
    Office,

    /// <summary>Ủy ban nhân dân above the commune level.</summary>
    PeoplesCommittee,

    /// <summary>Huyện ủy, Tỉnh ủy, Đảng ủy.</summary>
    PartyCommittee,

    /// <summary>Mặt trận Tổ quốc and the socio-political organisations.</summary>
    SocioPoliticalOrganisation,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Thị trấn: of commune level, but not one of "các xã".</summary>
    Town,

    /// <summary>Phường: of commune level, but not one of "các xã".</summary>
    Ward,

    /// <summary>Thôn, bản, tổ dân phố: for the plan of a commune.</summary>
    Village,

    /// <summary>Anything else.</summary>
    Other,
}
