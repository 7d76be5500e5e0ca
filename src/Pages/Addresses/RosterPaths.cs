namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the officers' pages of a class's list of people.</summary>
public static class RosterPaths
{
    public static string Of(string classId) => Address.Of(RosterRoutes.One, classId);

    public static string Print(string classId) => Address.Of(RosterRoutes.Print, classId);

    public static string Export(string classId) => Address.Of(RosterRoutes.Export, classId);

    public static string AddSeats(string classId) => Address.Of(RosterRoutes.AddSeats, classId);

    public static string NewPerson(string classId) => Address.Of(RosterRoutes.NewPerson, classId);

    public static string Person(string classId, string code) => Address.Of(RosterRoutes.Person, classId, code);

    public static string CancelPerson(string classId, string code) => Address.Of(RosterRoutes.CancelPerson, classId, code);

    public static string ReplacePerson(string classId, string code) => Address.Of(RosterRoutes.ReplacePerson, classId, code);

    public static string Import(string classId) => Address.Of(RosterRoutes.Import, classId);

    public static string ImportTemplate(string classId) => Address.Of(RosterRoutes.ImportTemplate, classId);

    public static string ImportConfirm(string classId) => Address.Of(RosterRoutes.ImportConfirm, classId);
}
