namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the officers' pages of a class's list of people.</summary>
public static class RosterPaths
{
    public static string Of(ClassId classId) => Address.Of(RosterRoutes.One, classId);

    public static string Print(ClassId classId) => Address.Of(RosterRoutes.Print, classId);

    public static string Slips(ClassId classId) => Address.Of(RosterRoutes.Slips, classId);

    public static string Export(ClassId classId) => Address.Of(RosterRoutes.Export, classId);

    public static string AddSeats(ClassId classId) => Address.Of(RosterRoutes.AddSeats, classId);

    public static string NewPerson(ClassId classId) => Address.Of(RosterRoutes.NewPerson, classId);

    public static string Person(ClassId classId, string code) => Address.Of(RosterRoutes.Person, classId, code);

    public static string Slip(ClassId classId, string code) => Address.Of(RosterRoutes.Slip, classId, code);

    public static string CancelPerson(ClassId classId, string code) => Address.Of(RosterRoutes.CancelPerson, classId, code);

    public static string ReplacePerson(ClassId classId, string code) => Address.Of(RosterRoutes.ReplacePerson, classId, code);

    public static string CorrectPerson(ClassId classId, string code) => Address.Of(RosterRoutes.CorrectPerson, classId, code);

    public static string BringPersonBack(ClassId classId, string code) => Address.Of(RosterRoutes.BringPersonBack, classId, code);

    public static string Import(ClassId classId) => Address.Of(RosterRoutes.Import, classId);

    public static string ImportTemplate(ClassId classId) => Address.Of(RosterRoutes.ImportTemplate, classId);

    public static string ImportConfirm(ClassId classId) => Address.Of(RosterRoutes.ImportConfirm, classId);
}
