namespace NtmServerless.Domain.Plans.Import;

/// <summary>Mappings of outside forms.</summary>
internal static class FormReader
{
    public static FormMapping Mapping(PlanObject mapping) => new(
        mapping.Id("id"),
        mapping.Text("title", PlanLimits.NameCharacters),
        mapping.OptionalId("classId") is { } classId ? new ClassId(classId) : null,
        mapping.OptionalId("streamId"),
        mapping.List("fields", node => node.Object(Field)));

    private static FormField Field(PlanObject field) => new(
        field.Text("from", PlanLimits.NameCharacters),
        field.OneOf<RegistrationField>("to"),
        field.OptionalList("values", node => node.Object(Value)));

    private static FormValue Value(PlanObject value) => new(
        value.Text("from", PlanLimits.NameCharacters), value.Text("to", PlanLimits.NameCharacters));
}
