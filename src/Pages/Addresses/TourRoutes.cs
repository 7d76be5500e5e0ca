namespace NtmServerless.Pages.Addresses;

/// <summary>Where the pages of study tours answer.</summary>
public static class TourRoutes
{
    public const string List = "can-bo/tham-quan";
    public const string Export = List + "/xlsx";
    public const string New = List + "/lap";
    public const string One = List + "/{tourId}";
    public const string Act = One + "/viec/{act}";
    public const string Members = One + "/thanh-vien";
    public const string ExportMembers = Members + "/xlsx";
    public const string RemoveMember = Members + "/{code}/rut";
}
