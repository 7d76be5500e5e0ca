using System.Text.Json;

namespace NtmServerless.Domain.Plans.Import;

/// <summary>The fields of one JSON object: those asked for are read, all others are refused by name.</summary>
internal sealed class PlanObject
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    private readonly PlanNode _node;
    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly HashSet<string> _asked = [];

    public PlanObject(PlanNode node)
    {
        _node = node;
        foreach (JsonProperty property in node.Value.EnumerateObject())
        {
            if (!_fields.TryAdd(property.Name, property.Value))
                node.Errors.Add(JsonPath.Field(node.Path, property.Name), "plan-field-duplicate");
        }
    }

    /// <summary>Stands in for what is no object at all; that was reported already, its missing fields are not.</summary>
    public static PlanObject Unreadable => new(new(Empty, "$", new()));

    public PlanNode Node => _node;

    public string Id(string name) => Required(name, "", node => node.Id());

    public string? OptionalId(string name) => Optional<string?>(name, null, node => node.Id());

    public string Text(string name, int limit = PlanLimits.TextCharacters) => Required(name, "", node => node.Text(limit));

    public string? OptionalText(string name, int limit = PlanLimits.TextCharacters) =>
        Optional<string?>(name, null, node => node.Text(limit));

    public int Number(string name, int least, int most) => Required(name, least, node => node.Number(least, most));

    public int? OptionalNumber(string name, int least, int most) => Optional<int?>(name, null, node => node.Number(least, most));

    public bool Flag(string name) => Optional(name, false, node => node.Flag());

    public DateOnly? OptionalDate(string name) => Optional(name, null, node => node.Date());

    public T OneOf<T>(string name)
        where T : struct, Enum => Required(name, default, node => node.OneOf<T>());

    public T? OptionalOneOf<T>(string name)
        where T : struct, Enum => Optional<T?>(name, null, node => node.OneOf<T>());

    public IReadOnlyList<T> List<T>(string name, Func<PlanNode, T> read) => Required<IReadOnlyList<T>>(name, [], node => node.List(read));

    public IReadOnlyList<T> OptionalList<T>(string name, Func<PlanNode, T> read) =>
        Optional<IReadOnlyList<T>>(name, [], node => node.List(read));

    public IReadOnlyList<string> Paragraphs(string name) => OptionalList(name, node => node.Text(PlanLimits.TextCharacters));

    public T Required<T>(string name, T instead, Func<PlanNode, T> read)
    {
        if (Find(name) is { } node)
            return read(node);
        _node.Errors.Add(JsonPath.Field(_node.Path, name), "plan-field-missing");
        return instead;
    }

    public T Optional<T>(string name, T instead, Func<PlanNode, T> read) => Find(name) is { } node ? read(node) : instead;

    public void RefuseTheRest()
    {
        foreach (string name in _fields.Keys.Where(name => !_asked.Contains(name)))
            _node.Errors.Add(JsonPath.Field(_node.Path, name), "plan-field-unknown", ("name", name));
    }

    private PlanNode? Find(string name)
    {
        _asked.Add(name);
        return _fields.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? new PlanNode(value, JsonPath.Field(_node.Path, name), _node.Errors)
            : null;
    }
}
