namespace NtmServerless.Domain.Plans;

/// <summary>One field of an outside form.</summary>
/// <param name="From">Its name there, which may hold dots; where nothing has that name, they lead into nested objects.</param>
/// <param name="To">Our field.</param>
/// <param name="Values">Answers there and what they mean here; empty: the answer as it is.</param>
public sealed record FormField(string From, RegistrationField To, IReadOnlyList<FormValue> Values);

/// <summary>An answer of the outside form and the value that it stands for here, such as "Chủ trang trại" and "farmOwner".</summary>
public sealed record FormValue(string From, string To);

/// <summary>How the JSON of an outside form (Google Forms, Microsoft Forms, KoboToolbox) becomes a registration.</summary>
/// <param name="Id">ASCII slug; part of the webhook's address.</param>
/// <param name="Title">Name for the office.</param>
/// <param name="ClassId">The class that it registers for.</param>
/// <param name="StreamId">The stream, where any open class of it is meant.</param>
/// <param name="Fields">Field by field.</param>
public sealed record FormMapping(string Id, string Title, ClassId? ClassId, string? StreamId, IReadOnlyList<FormField> Fields);
