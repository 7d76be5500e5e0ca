namespace NtmServerless.Pages.Addresses;

/// <summary>Where the officers' pages of classes answer.</summary>
public static class ClassRoutes
{
    public const string List = "can-bo/lop";
    public const string Export = List + ".xlsx";
    public const string New = List + "/moi";
    public const string Shares = "can-bo/chia-lop";
    public const string One = List + "/{classId}";
    public const string Announcement = One + "/thong-bao";
    public const string Preview = Announcement + "/xem-truoc";
    public const string Extend = One + "/gia-han";
    public const string GoOn = One + "/mo-tiep";
    public const string Seats = One + "/so-cho";
    public const string Postpone = One + "/hoan";
    public const string Cancel = One + "/huy";
    public const string TransferLead = One + "/chu-tri";
    public const string NotHeld = One + "/khong-dien-ra";
    public const string EndEarly = One + "/ket-thuc-som";
}
