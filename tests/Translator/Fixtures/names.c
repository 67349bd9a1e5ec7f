/* Names that C# reserves, names in several name spaces, shadowing. */
struct object { int value; };
typedef struct object	object;
struct event { struct event *next; int event; };

int is(int in, int out) { return in + out; }
int params(struct event *event) { return event->event; }
int object_value(object *object) { return object->value; }

int shadow(int x)
{
	int	sum = x;

	{
		int x = 2;

		sum += x;
		{
			int x = 3;

			sum += x;
		}
	}
	return sum + is(x, 1);
}
