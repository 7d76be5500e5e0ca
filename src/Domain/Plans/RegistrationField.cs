namespace NtmServerless.Domain.Plans;

/// <summary>A field of our registration that an outside form can fill.</summary>
public enum RegistrationField
{
    /// <summary>Họ và tên; every mapping needs it.</summary>
    FullName,

    /// <summary>Năm sinh; every mapping needs it.</summary>
    BirthYear,

    /// <summary>Thôn; every mapping needs it.</summary>
    Village,

    /// <summary>Unit id or name of the person's commune.</summary>
    Commune,

    /// <summary>Giới tính.</summary>
    Sex,

    /// <summary>Số điện thoại.</summary>
    Phone,

    /// <summary>Thành phần: one of <see cref="Audience"/>.</summary>
    Audience,

    /// <summary>Chức vụ.</summary>
    Position,

    /// <summary>Ghi chú. Plans in force may map it, so that it is read; our form has no such field, and it is not kept.</summary>
    Note,

    /// <summary>The class that is meant, where the mapping names none.</summary>
    ClassId,

    /// <summary>The outside form's own id of the submission, so that a repeat is recognised.</summary>
    SubmissionId,
}
