"""Words that people and their comments are made of, in French."""

__all__ = [
    "ENDINGS",
    "FIRST",
    "GREETINGS",
    "LAST",
    "MENTIONS",
    "NOISE",
    "OPENINGS",
    "PASSING",
    "PSEUDONYMS",
    "SHORT",
    "SUBJECTS",
    "VERBS",
]

FIRST = (
    *("Marie", "Luc", "Zoé", "Stéphane", "Jean-François", "François", "Élise", "André", "Noémie"),
    *("Marie-Ève", "Benoît", "Chloé", "Gaétan", "Josée", "Marc", "Nathalie", "Pierre", "Renée"),
    *("Sylvain", "Thérèse", "Yves", "Claude", "Dominique", "Jean", "Hélène", "Martin", "Léa"),
)
"""First names."""
LAST = (
    *("Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Gauthier", "Morin", "Lavoie", "Fortin"),
    *("Gagné", "Ouellet", "Pelletier", "Bélanger", "Lévesque", "Bergeron", "Leblanc", "Paquette"),
    *("de la Tour", "d’Anjou", "Le Gall", "L’Écuyer", "St-Pierre"),
)
"""Family names, with particles too."""
PSEUDONYMS = (
    *("Génération Agile", "Le Grincheux", "toto59", "jf_tremblay", "La Fée Carabosse", "Mme Chose"),
    *("Papillon bleu", "L’Ours mal léché", "Génération X", "zoe", "marie", "Œdipe", "Mamie Nova"),
    *("Jeff2009", "Le Petit Prince", "Capitaine Caverne", "Lulu", "le_survenant", "Ti-Guy"),
)
"""What people call themselves instead."""
OPENINGS = (
    *("Je crois que", "Il me semble que", "À mon avis,", "Franchement,", "Chez nous,", "Au fond,"),
    *("L’an dernier,", "Hier soir,", "Dans mon quartier,", "D’après ce que j’ai lu,", "Parfois"),
)
"""What sentences begin with."""
SUBJECTS = (
    *("la cabane à sucre", "le gazouillis", "mon voisin", "la neige de mars", "ce vieux quartier"),
    *("le réseautage", "la recette de ma mère", "le maire", "l’hiver", "cette histoire", "le pain"),
    *("votre outil", "la bibliothèque", "le fleuve", "l’entreprise", "ce genre de cocktail"),
)
"""What they are about."""
VERBS = (
    *("change beaucoup de choses", "ne sert à rien", "mérite qu’on en parle", "coûte trop cher"),
    *("me fait toujours sourire", "finira bien par passer", "demande du temps", "vaut le détour"),
    *("rapproche les gens", "m’a surpris", "nous manque déjà", "fait jaser tout le village"),
)
"""What is said of it."""
ENDINGS = (
    *("depuis quelques mois", "même en plein été", "quand on y pense bien", "sans que ça paraisse"),
    *("pour bien du monde", "surtout le dimanche matin", "malgré tout ce qu’on dit", "cette année"),
    *("et c’est tant mieux", "mais je peux me tromper", "comme à chaque printemps", "en région"),
)
"""What sentences end with."""
SHORT = (
    *("Tout à fait d’accord.", "Pas du tout !", "Merci !", "Ah, c’est gentil, ça !", "Moi aussi."),
    *("Bravo pour ce billet.", "Je n’y avais pas pensé.", "Excellent.", "Tu exagères un peu."),
)
"""Whole comments in a word or two."""
PASSING = (
    *("Comme dit {name}, il faut voir.", "J’ai vu {name} hier au marché.", "{name} a raison."),
    *("Je pense comme {name} là-dessus.", "On en parlait avec {name}, justement."),
    *("Rien à voir avec {name} : je parle du billet.", "Merci à {name} pour le lien."),
)
"""Sentences that name somebody and do not speak to them."""
NOISE = (
    *("Écrivez-moi : {handle}@exemple.ca.", "Suivez @srvif sur Twitter.", "Rendez-vous @ 12:30."),
    *("Voir http://exemple.ca/@{handle} pour la suite.", "« @{name} : non », disait la chanson."),
    *("Ça finit comme « Le temps des cerises et du muguet ».", "@TousLesLecteurs, bonne année !"),
)
"""Sentences with what looks like a mention and is none."""
GREETINGS = ("{name}, ", "{name} : ", "Bonjour {name}, ", "Salut {name}! ", "Merci {name} ! ")
"""Ways to speak to somebody by name."""
MENTIONS = ("@{name} : ", "@{name}: ", "@{name}, ", "@{name} ", "@ {name} : ", "@{name}\n")
"""Ways to mention somebody with a sign."""
